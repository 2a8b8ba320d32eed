package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/spf13/cobra"

	"github.com/soichi/soichi/api"
	"github.com/soichi/soichi/store"
	"github.com/soichi/soichi/web"
)

// newServe makes `soichi serve`.
func newServe(c *console) *cobra.Command {
	var addr string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Trang web và REST API (web page, REST interface, /openapi.json, /healthz, /metrics)",
		Long: `Trang web và REST API. Mặc định chỉ máy này vào được; muốn máy khác vào thì đặt mật khẩu trong
$SOICHI_PASSWORD rồi cho --addr 0.0.0.0:8080. Trình duyệt sẽ hỏi tên và mật khẩu.

The web page and the REST interface, for this machine alone. To let others in, set a password
in $SOICHI_PASSWORD and give --addr 0.0.0.0:8080; browsers and clients are asked for it (HTTP Basic).`,
		Args: arguments(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			password, err := admission(cmd.Context(), addr)
			if err != nil {
				return err
			}
			a, err := c.wire(cmd.Context(), store.Options{})
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, a.close()) }()
			return a.serve(cmd.Context(), c, addr, password)
		},
	}
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:8080", "HOST:PORT")
	return cmd
}

// The limits of the server: requests are small, answers are made from local files.
const (
	readTimeout  = 10 * time.Second
	workTimeout  = 50 * time.Second // an answer that takes longer is given up
	writeTimeout = 60 * time.Second
	idleTimeout  = 2 * time.Minute
	stopTimeout  = 10 * time.Second
	syncEvery    = 2 * time.Second
)

// serve answers until the context ends. The address is printed once it can be connected to.
func (a *app) serve(ctx context.Context, c *console, addr, password string) error {
	handler, err := a.handler(c, password)
	if err != nil {
		return err
	}
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", addr)
	if err != nil {
		return fmt.Errorf("listen on %s: %w", addr, err)
	}
	fmt.Fprintf(c.out, "http://%s/\n", l.Addr())
	srv := &http.Server{
		Handler: handler, ReadTimeout: readTimeout, ReadHeaderTimeout: readTimeout, WriteTimeout: writeTimeout, IdleTimeout: idleTimeout,
	}
	done := make(chan error, 1)
	go func() { done <- srv.Serve(l) }()
	go a.follow(ctx, c)
	select {
	case err := <-done:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTimeout)
	defer cancel()
	if err := srv.Shutdown(stop); err != nil {
		return fmt.Errorf("stop serving: %w", err)
	}
	return nil
}

// handler wires the pages and the REST interface to the catalog, behind the guard.
func (a *app) handler(c *console, password string) (http.Handler, error) {
	log := slog.New(slog.NewTextHandler(c.err, nil))
	r := chi.NewRouter()
	r.Use(middleware.Recoverer, guard(password), middleware.Timeout(workTimeout), middleware.Compress(5), middleware.GetHead)
	api.Register(r, a.catalog, api.Options{Log: log})
	if err := web.Register(r, a.catalog, web.Options{Log: log}); err != nil {
		return nil, err
	}
	return r, nil
}

// follow keeps the index at the store's last change while other commands ingest.
func (a *app) follow(ctx context.Context, c *console) {
	tick := time.NewTicker(syncEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if err := a.catalog.Sync(ctx); err != nil && ctx.Err() == nil {
				c.logf("follow the library: %v", err)
			}
		}
	}
}
