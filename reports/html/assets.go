package html

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"strings"
	"sync"
)

//go:embed assets
var assetFiles embed.FS

// The files of the page's style and script, in the order in which they are put
// together.
var (
	styleFiles  = [...]string{"base.css", "head.css", "matrix.css", "panel.css", "reading.css", "lists.css", "print.css"}
	scriptFiles = [...]string{"page.js", "state.js", "matrix.js", "panel.js", "decisions.js", "reading.js", "lists.js", "keys.js", "start.js"}
)

// assets is what stands in the page besides its content.
type assets struct {
	Style  template.CSS
	Early  template.JS // runs before anything is drawn
	Script template.JS
	Policy string // the content security policy
}

var loaded = sync.OnceValue(func() assets {
	style := join(styleFiles[:])
	early := join([]string{"early.js"})
	// One scope for all files, out of reach of anything else.
	script := "(() => {\n\"use strict\";\n" + join(scriptFiles[:]) + "})();\n"
	return assets{
		Style: template.CSS(style), Early: template.JS(early), Script: template.JS(script),
		Policy: "default-src 'none'; script-src " + hash(early) + " " + hash(script) + "; style-src " + hash(style) +
			"; base-uri 'none'; form-action 'none'",
	}
})

// join puts files together. They are compiled in, so that none can be missing.
func join(names []string) string {
	var b strings.Builder
	for _, name := range names {
		data, err := assetFiles.ReadFile("assets/" + name)
		if err != nil {
			continue
		}
		b.Write(data)
	}
	return b.String()
}

// hash names a style or script in a content security policy.
func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
