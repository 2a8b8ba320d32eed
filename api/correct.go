package api

import (
	"context"

	"github.com/soichi/soichi/catalog"
)

func (h handlers) corrections(ctx context.Context, in *documentInput) (*body[[]catalog.Correction], error) {
	list, err := h.catalog.Corrections(ctx, in.ID)
	if err != nil {
		return nil, h.fail(ctx, err)
	}
	return &body[[]catalog.Correction]{list}, nil
}

// correctInput is a person's word. The route is a PUT with a JSON body, which a page of another site cannot send without
// asking first; who may reach the server at all is for what stands before it to decide.
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
