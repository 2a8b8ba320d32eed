// Package web is the page that people open: search, a document with its evidence, its chain, its coverage, and what is
// missing. It shows the same answers as the command line and the REST interface, rendered on the server, and works
// without scripts. The interface is in Vietnamese; ?lang=en gives the labels in English.
package web
