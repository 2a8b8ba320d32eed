# One word a target. Everything works with Go alone; what is optional says so.

.PHONY: build test race lint fuzz golden figures bench demo serve ci

build:   ## the program, into bin/
	go build -trimpath -o bin/soichi ./cmd/soichi

test:    ## all tests
	go test ./...

race:    ## all tests with the race detector, in random order
	go test -race -shuffle=on ./...

lint:    ## formatting, vet and golangci-lint
	test -z "$$(gofmt -l .)"
	go vet ./...
	golangci-lint run

fuzz:    ## every fuzz target for a short time
	.ci/fuzz 10s

golden:  ## write the golden files anew; read the diff before you commit it
	go test $$(grep -rl 'internal/golden"\|"update"' --include=*_test.go . | xargs -n1 dirname | sort -u) -update

figures: ## how the golden figures differ from those of the commit before
	.ci/eval-diff

bench:   ## benchmarks of extraction, index, graph and coverage
	go test -run '^$$' -bench . -benchmem ./...

demo:    ## the tour
	go run ./cmd/soichi demo

serve:   ## the web page over the default library
	go run ./cmd/soichi serve

ci:      ## the gate
	.ci/run
