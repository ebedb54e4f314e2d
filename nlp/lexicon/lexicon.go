// Package lexicon holds the embedded word lists and language resources, a file
// for each, with tests over their content. Lists are read lazily and shared;
// nothing here changes after it was loaded. A list names its source in its first
// lines; one that names none was compiled for this project.
package lexicon
