package project

import (
	_ "embed"
	"slices"
)

//go:embed template.yaml
var template []byte

// Template is a configuration in which everything is commented out and
// explained.
func Template() []byte { return slices.Clone(template) }
