package api

import (
	"context"
	"errors"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/query"
)

// statusOf maps an error to its HTTP status and what the client is told. What is not the client's fault is not told in
// detail.
func statusOf(err error) (int, string) {
	var syntax *query.SyntaxError
	var ambiguous *catalog.AmbiguousError
	var held *catalog.NotHeldError
	var filter *catalog.FilterError
	switch {
	case errors.As(err, &syntax):
		return http.StatusBadRequest, syntax.Error()
	case errors.As(err, &ambiguous):
		return http.StatusMultipleChoices, ambiguous.Error()
	case errors.As(err, &held):
		return http.StatusNotFound, held.Error()
	case errors.As(err, &filter):
		return http.StatusUnprocessableEntity, filter.Error()
	case errors.Is(err, catalog.ErrNothingToDecide):
		return http.StatusConflict, err.Error()
	case errors.Is(err, catalog.ErrBadCorrection), errors.Is(err, catalog.ErrBadDecision):
		return http.StatusUnprocessableEntity, err.Error()
	case errors.Is(err, catalog.ErrNotFound), errors.Is(err, catalog.ErrNotSaved):
		return http.StatusNotFound, err.Error()
	case errors.Is(err, catalog.ErrNoName):
		return http.StatusUnprocessableEntity, err.Error()
	}
	return http.StatusInternalServerError, "the server failed; its log says why"
}

// fail makes the answer of an error and logs what the client is not told.
func (h handlers) fail(ctx context.Context, err error) error {
	status, message := statusOf(err)
	if status == http.StatusInternalServerError && ctx.Err() == nil { // not where the client has gone
		h.log.ErrorContext(ctx, "request failed", "error", err)
	}
	var details []error
	var syntax *query.SyntaxError
	if errors.As(err, &syntax) {
		details = append(details, &huma.ErrorDetail{Message: syntax.In(query.Vietnamese), Location: "query.q", Value: syntax.Pos})
	}
	var ambiguous *catalog.AmbiguousError
	if errors.As(err, &ambiguous) {
		for _, n := range ambiguous.Candidates {
			details = append(details, &huma.ErrorDetail{Message: "candidate", Location: "path.id", Value: n})
		}
	}
	return huma.NewError(status, message, details...)
}
