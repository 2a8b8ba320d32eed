package api

import (
	"context"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/coverage"
)

// Decider takes a person's word.
type Decider interface {
	Corrections(ctx context.Context, ref string) ([]catalog.Correction, error)
	Correct(ctx context.Context, f catalog.Fix) (*catalog.Correction, error)
	Decide(ctx context.Context, j catalog.Judgement) ([]coverage.Evidence, error)
	Unlink(ctx context.Context, from, to, who string) error
	Relink(ctx context.Context, from, to, who string) error
}

func (h handlers) corrections(ctx context.Context, in *documentInput) (*body[[]catalog.Correction], error) {
	list, err := h.catalog.Corrections(ctx, in.ID)
	if err != nil {
		return nil, h.fail(ctx, err)
	}
	return &body[[]catalog.Correction]{list}, nil
}

// correctInput is a person's word. The route is a PUT with a JSON body, which a page of another site cannot send without
// asking first; who may reach the server at all is decided before it.
type correctInput struct {
	ID    string `path:"id" doc:"id of the document, or its symbol with / written as %2F"`
	Field string `path:"field" doc:"symbol, issued_on, signer.position, tasks.3.lead, …"`
	Body  struct {
		Value string `json:"value,omitempty" doc:"the value; \"-\" where the document lacks the field"`
		By    string `json:"by" minLength:"1" doc:"who says so"`
		Undo  bool   `json:"undo,omitempty" doc:"take the earlier word back"`
	}
}

func (h handlers) correct(ctx context.Context, in *correctInput) (*body[*catalog.Correction], error) {
	k, err := h.catalog.Correct(ctx, catalog.Fix{
		Document: in.ID, Field: in.Field, Value: in.Body.Value, Who: in.Body.By, Undo: in.Body.Undo,
	})
	if err != nil {
		return nil, h.fail(ctx, err)
	}
	return &body[*catalog.Correction]{k}, nil
}

type decideInput struct {
	ID   string `path:"id" doc:"id of the directive, or its symbol with / written as %2F"`
	Body struct {
		Task     int    `json:"task" minimum:"0" doc:"index of the task, as the coverage gives it"`
		Document string `json:"document" minLength:"1" doc:"the plan or report that answers"`
		Quote    string `json:"quote,omitempty" doc:"the passage; the best one suggested if absent, all of them where they are rejected"`
		Verdict  string `json:"verdict" enum:"confirmed,rejected,withdrawn"`
		By       string `json:"by" minLength:"1" doc:"who says so"`
	}
}

func (h handlers) decide(ctx context.Context, in *decideInput) (*body[[]coverage.Evidence], error) {
	b := in.Body
	list, err := h.catalog.Decide(ctx, catalog.Judgement{
		Directive: in.ID, Task: b.Task, Evidence: b.Document, Quote: b.Quote, Verdict: b.Verdict, Who: b.By,
	})
	return answer(ctx, h, list, err)
}

type unlinkInput struct {
	ID   string `path:"id" doc:"id or symbol of the document that cites"`
	Body struct {
		To   string `json:"to" minLength:"1" doc:"id or symbol of the document that it does not cite"`
		By   string `json:"by" minLength:"1" doc:"who says so"`
		Undo bool   `json:"undo,omitempty" doc:"take the link up again"`
	}
}

func (h handlers) unlink(ctx context.Context, in *unlinkInput) (*struct{}, error) {
	if in.Body.Undo {
		return nothing(ctx, h, h.catalog.Relink(ctx, in.ID, in.Body.To, in.Body.By))
	}
	return nothing(ctx, h, h.catalog.Unlink(ctx, in.ID, in.Body.To, in.Body.By))
}
