package api

import (
	"context"
	"log/slog"
	"mime"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/graph"
)

// handlers answer the routes.
type handlers struct {
	catalog Catalog
	log     *slog.Logger
	clock   func() time.Time
}

// body is an answer: huma writes Body as JSON.
type body[T any] struct{ Body T }

type listInput struct {
	Kind   string `query:"kind"`
	Issuer string `query:"issuer"`
	From   string `query:"from"`
	To     string `query:"to"`
	Limit  int    `query:"limit" default:"50" minimum:"1" maximum:"1000"`
	Offset int    `query:"offset" default:"0" minimum:"0"`
}

func (h handlers) list(ctx context.Context, in *listInput) (*body[*catalog.Listing], error) {
	l, err := h.catalog.List(ctx, catalog.Filter{Kind: in.Kind, Issuer: in.Issuer, From: in.From, To: in.To}, in.Limit, in.Offset)
	if err != nil {
		return nil, h.fail(ctx, err)
	}
	return &body[*catalog.Listing]{l}, nil
}

type documentInput struct {
	ID string `path:"id" doc:"id of the document, or its symbol with / written as %2F"`
}

func (h handlers) document(ctx context.Context, in *documentInput) (*body[*catalog.Shown], error) {
	d, err := h.catalog.Document(ctx, in.ID)
	if err != nil {
		return nil, h.fail(ctx, err)
	}
	return &body[*catalog.Shown]{d}, nil
}

type traceInput struct {
	ID        string `path:"id" doc:"id of the document, or its symbol with / written as %2F"`
	Direction string `query:"direction" enum:"up,down" doc:"one way only"`
	Depth     int    `query:"depth" minimum:"0" maximum:"50"`
	Mentions  bool   `query:"mentions" doc:"mere mentions too"`
	AsOf      string `query:"as_of" format:"date" doc:"the day after which nothing counts"`
}

func (h handlers) trace(ctx context.Context, in *traceInput) (*body[*graph.Trace], error) {
	opt := graph.TraceOptions{Depth: in.Depth, Mentions: in.Mentions, AsOf: in.AsOf, Today: h.clock().Format(time.DateOnly)}
	switch in.Direction {
	case "up":
		opt.Direction = graph.Up
	case "down":
		opt.Direction = graph.Down
	}
	t, err := h.catalog.Trace(ctx, in.ID, opt)
	if err != nil {
		return nil, h.fail(ctx, err)
	}
	return &body[*graph.Trace]{t}, nil
}

type coverageInput struct {
	ID   string `path:"id" doc:"id of the document, or its symbol with / written as %2F"`
	AsOf string `query:"as_of" format:"date" doc:"the day to count at; today if absent"`
}

func (h handlers) coverage(ctx context.Context, in *coverageInput) (*body[*coverage.Report], error) {
	r, err := h.catalog.Coverage(ctx, in.ID, h.dayOr(in.AsOf))
	if err != nil {
		return nil, h.fail(ctx, err)
	}
	return &body[*coverage.Report]{r}, nil
}

func (h handlers) missing(ctx context.Context, _ *struct{}) (*body[[]graph.Wish], error) {
	list, err := h.catalog.Missing(ctx)
	if err != nil {
		return nil, h.fail(ctx, err)
	}
	return &body[[]graph.Wish]{list}, nil
}

// sourceOutput is a file. It is offered for saving and never shown: a web page out of a library of foreign files must not
// run in this site's name.
type sourceOutput struct {
	Type        string `header:"Content-Type"`
	Disposition string `header:"Content-Disposition"`
	Sniff       string `header:"X-Content-Type-Options"`
	Body        []byte
}

func (h handlers) source(ctx context.Context, in *documentInput) (*sourceOutput, error) {
	src, err := h.catalog.Source(ctx, in.ID)
	if err != nil {
		return nil, h.fail(ctx, err)
	}
	disposition := mime.FormatMediaType("attachment", map[string]string{"filename": src.Name})
	if disposition == "" {
		disposition = "attachment" // a name that no header can carry
	}
	return &sourceOutput{src.MediaType, disposition, "nosniff", src.Data}, nil
}

// health is the answer of a server that can work.
type health struct {
	Status string `json:"status" enum:"ok"`
}

// health answers 200 when the library can be read.
func (h handlers) health(ctx context.Context, _ *struct{}) (*body[health], error) {
	if err := h.catalog.Ready(ctx); err != nil {
		h.log.ErrorContext(ctx, "health", "error", err)
		return nil, huma.Error503ServiceUnavailable("the library cannot be read; the log says why")
	}
	return &body[health]{health{Status: "ok"}}, nil
}
