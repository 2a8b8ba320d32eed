package api

import (
	"context"
	"time"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/coverage"
)

type dutiesInput struct {
	Unit  string `query:"unit" doc:"whose tasks, in any spelling that the register knows; every unit if absent"`
	Of    string `query:"of" doc:"id or symbol of the one document whose tasks are wanted"`
	From  string `query:"from" format:"date" doc:"due on or after"`
	To    string `query:"to" format:"date" doc:"due on or before"`
	State string `query:"state" enum:"missing,acknowledged,planned,reported,open,overdue,done_on_time,done_late" doc:"a status or a due state"`
	AsOf  string `query:"as_of" format:"date" doc:"the day to count at; today if absent"`

	Limit  int `query:"limit" default:"1000" minimum:"1" maximum:"10000" doc:"entries to give, of the total"`
	Offset int `query:"offset" default:"0" minimum:"0"`
}

func (h handlers) duties(ctx context.Context, in *dutiesInput) (*body[*coverage.Ledger], error) {
	l, err := h.catalog.Ledger(ctx, catalog.LedgerRequest{Unit: in.Unit, Document: in.Of, From: in.From, To: in.To, State: in.State, AsOf: h.dayOr(in.AsOf)})
	if err != nil {
		return nil, h.fail(ctx, err)
	}
	return &body[*coverage.Ledger]{l.Page(in.Offset, in.Limit)}, nil
}

type changesInput struct {
	Since string `query:"since" format:"date" doc:"the first day of which changes are wanted; 30 days before as_of if absent"`
	AsOf  string `query:"as_of" format:"date" doc:"the day to count at; today if absent"`
	By    string `query:"by" enum:"added,issued" default:"added" doc:"the clock to look back by: when the library took a document in, or the day that it bears"`
}

func (h handlers) changes(ctx context.Context, in *changesInput) (*body[*catalog.Changes], error) {
	var since time.Time
	if in.Since != "" {
		var err error
		if since, err = time.ParseInLocation(time.DateOnly, in.Since, time.Local); err != nil {
			return nil, h.fail(ctx, err)
		}
	}
	ch, err := h.catalog.Changes(ctx, catalog.ChangesRequest{Since: since, AsOf: h.dayOr(in.AsOf), By: in.By})
	if err != nil {
		return nil, h.fail(ctx, err)
	}
	return &body[*catalog.Changes]{ch}, nil
}

// dayOr gives the day that was asked for, or today.
func (h handlers) dayOr(day string) string {
	if day == "" {
		return h.clock().Format(time.DateOnly)
	}
	return day
}
