// Package child reads untrusted files in child processes, so that a file that no check foresaw ends a child and never
// the run: a stack that overflows, memory without end, a loop that looks at no context.
//
// A [Pool] keeps children and gives each one file at a time; [Serve] is what a child does. The two speak over the child's
// standard input and output. A child that dies, runs over the time or takes too much memory is replaced, and its file ends
// in a read.Error with a reason.
package child
