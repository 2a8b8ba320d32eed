// Package api is the REST interface: the same JSON as the commands print, under /api/v1, described by an OpenAPI document
// at /openapi.json that is made from the code. It asks a [Catalog] and knows neither store nor index.
package api
