// Package lexicon holds the embedded word lists and language resources, a file
// for each, with tests over their content. Lists are read lazily and shared;
// nothing here changes after it was loaded.
package lexicon
