package api

import (
	"context"

	"github.com/soichi/soichi/catalog"
)

// Finder is what searching asks of a catalog.
type Finder interface {
	Search(ctx context.Context, r catalog.SearchRequest) (*catalog.SearchResult, error)
	Suggest(ctx context.Context, typed string, limit int) ([]catalog.Suggestion, error)
	Like(ctx context.Context, ref string, limit int) ([]catalog.Hit, error)
	Saved(ctx context.Context) ([]catalog.SavedSearch, error)
	News(ctx context.Context, name string, limit int) (*catalog.News, error)
	Save(ctx context.Context, name string, r catalog.SearchRequest) error
	MarkSeen(ctx context.Context, name string, documents []string) error
	Forget(ctx context.Context, name string) error
}

type searchInput struct {
	Q      string `query:"q" doc:"what to look for, in the query language of the manual"`
	Kind   string `query:"kind" doc:"kind of document, such as chi_thi"`
	Issuer string `query:"issuer" doc:"issuing body"`
	Theme  string `query:"theme" doc:"theme, motto or movement"`
	From   string `query:"from" doc:"issued on or after, ISO 8601"`
	To     string `query:"to" doc:"issued on or before, ISO 8601"`
	Level  string `query:"level" enum:"trung_uong,tinh,huyen,xa" doc:"level of the issuing body"`
	Lead   string `query:"lead" doc:"unit that leads a task"`
	State  string `query:"state" enum:"reported,planned,acknowledged,missing" doc:"of documents with tasks: what answers them at best"`
	States bool   `query:"states" doc:"count the results by state too"`
	In     string `query:"in" enum:"title,body,task" doc:"where to look"`
	Sort   string `query:"sort" enum:"newest,oldest,symbol" doc:"order; by relevance if absent"`
	Limit  int    `query:"limit" default:"10" minimum:"0" maximum:"100"`
	Offset int    `query:"offset" default:"0" minimum:"0"`
}

func (h handlers) search(ctx context.Context, in *searchInput) (*body[*catalog.SearchResult], error) {
	r, err := h.catalog.Search(ctx, catalog.SearchRequest{
		Query: in.Q, Kind: in.Kind, Issuer: in.Issuer, Theme: in.Theme, From: in.From, To: in.To, Level: in.Level, Lead: in.Lead,
		State: in.State, States: in.States, In: in.In, Sort: in.Sort, Limit: in.Limit, Offset: in.Offset,
	})
	return answer(ctx, h, r, err)
}

type suggestInput struct {
	Q     string `query:"q" maxLength:"200" doc:"what was typed so far"`
	Limit int    `query:"limit" default:"8" minimum:"1" maximum:"50"`
}

func (h handlers) suggest(ctx context.Context, in *suggestInput) (*body[[]catalog.Suggestion], error) {
	list, err := h.catalog.Suggest(ctx, in.Q, in.Limit)
	return answer(ctx, h, list, err)
}

type likeInput struct {
	ID    string `path:"id" doc:"id of the document, or its symbol with / written as %2F"`
	Limit int    `query:"limit" default:"10" minimum:"1" maximum:"50"`
}

func (h handlers) like(ctx context.Context, in *likeInput) (*body[[]catalog.Hit], error) {
	list, err := h.catalog.Like(ctx, in.ID, in.Limit)
	return answer(ctx, h, list, err)
}

func (h handlers) saved(ctx context.Context, _ *struct{}) (*body[[]catalog.SavedSearch], error) {
	list, err := h.catalog.Saved(ctx)
	return answer(ctx, h, list, err)
}

type savedInput struct {
	Name string `path:"name" doc:"name of the saved search"`
}

type newsInput struct {
	Name  string `path:"name" doc:"name of the saved search"`
	Limit int    `query:"limit" default:"10" minimum:"1" maximum:"100"`
}

func (h handlers) news(ctx context.Context, in *newsInput) (*body[*catalog.News], error) {
	n, err := h.catalog.News(ctx, in.Name, in.Limit)
	return answer(ctx, h, n, err)
}

type saveInput struct {
	Name string `path:"name" doc:"name of the saved search"`
	Body catalog.SearchRequest
}

func (h handlers) save(ctx context.Context, in *saveInput) (*struct{}, error) {
	return nothing(ctx, h, h.catalog.Save(ctx, in.Name, in.Body))
}

type seenInput struct {
	Name string `path:"name" doc:"name of the saved search"`
	Body struct {
		Documents []string `json:"documents" doc:"ids of the documents that were seen"`
	}
}

func (h handlers) seen(ctx context.Context, in *seenInput) (*struct{}, error) {
	return nothing(ctx, h, h.catalog.MarkSeen(ctx, in.Name, in.Body.Documents))
}

func (h handlers) forget(ctx context.Context, in *savedInput) (*struct{}, error) {
	return nothing(ctx, h, h.catalog.Forget(ctx, in.Name))
}

// answer makes the answer of a value, or of an error where there is one.
func answer[T any](ctx context.Context, h handlers, v T, err error) (*body[T], error) {
	if err != nil {
		return nil, h.fail(ctx, err)
	}
	return &body[T]{v}, nil
}

// nothing makes the empty answer, or that of an error.
func nothing(ctx context.Context, h handlers, err error) (*struct{}, error) {
	if err != nil {
		return nil, h.fail(ctx, err)
	}
	return nil, nil
}
