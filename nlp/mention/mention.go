// Package mention finds what a document mentions: names, times, quantities,
// quotations with their speakers, and stance. A file each; every finder reads
// tokens, sentences and what earlier finders set, and sets its own slices.
package mention
