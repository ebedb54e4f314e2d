package nlp

import (
	"fmt"
	"unicode/utf8"
)

// Validate checks the document's own laws: spans in range, on rune edges and
// in order; tokens that carry their text; sentences that hold all tokens;
// token ranges in range; indices that point somewhere or are -1 where that is
// allowed. It returns the first breach, nil if there is none.
func (d *Document) Validate() error {
	if err := d.validateTokens(); err != nil {
		return err
	}
	if err := d.validateSentences(); err != nil {
		return err
	}
	for _, list := range d.mentions() {
		start := 0
		for i := range list.n {
			m := list.at(i)
			if err := d.checkSpan(list.what, i, m.Span); err != nil {
				return err
			}
			if m.Start < start {
				return fmt.Errorf("%s %d: starts at %d, before the one before it at %d", list.what, i, m.Start, start)
			}
			start = m.Start
			if err := d.checkRange(list.what, i, m.first, m.last); err != nil {
				return err
			}
			if err := checkIndex(list.what, i, "sentence", m.sentence, 0, len(d.Sentences)); err != nil {
				return err
			}
		}
	}
	return d.validateIndices()
}

// where is what all mentions have in common.
type where struct {
	Span
	first, last, sentence int
}

// mentionList is one of the document's slices as Validate sees it.
type mentionList struct {
	what string
	n    int
	at   func(int) where
}

func (d *Document) mentions() []mentionList {
	return []mentionList{
		{"name", len(d.Names), func(i int) where { m := &d.Names[i]; return where{m.Span, m.First, m.Last, m.Sentence} }},
		{"role", len(d.Roles), func(i int) where { m := &d.Roles[i]; return where{m.Span, m.First, m.Last, m.Sentence} }},
		{"time", len(d.Times), func(i int) where { m := &d.Times[i]; return where{m.Span, m.First, m.Last, m.Sentence} }},
		{"quantity", len(d.Quantities), func(i int) where { m := &d.Quantities[i]; return where{m.Span, m.First, m.Last, m.Sentence} }},
		{"quotation", len(d.Quotations), func(i int) where { m := &d.Quotations[i]; return where{m.Span, m.First, m.Last, m.Sentence} }},
		{"attribution", len(d.Attributions), func(i int) where { m := &d.Attributions[i]; return where{m.Span, m.First, m.Last, m.Sentence} }},
		{"clause", len(d.Clauses), func(i int) where { m := &d.Clauses[i]; return where{m.Span, m.First, m.Last, m.Sentence} }},
		{"stance", len(d.Stances), func(i int) where { m := &d.Stances[i]; return where{m.Span, m.First, m.Last, m.Sentence} }},
	}
}

func (d *Document) validateTokens() error {
	end := 0
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if err := d.checkSpan("token", i, t.Span); err != nil {
			return err
		}
		if t.Start < end || t.Empty() || d.Text(t.Span) != t.Text {
			return fmt.Errorf("token %d %q: span %v does not carry its text or overlaps the one before", i, t.Text, t.Span)
		}
		end = t.End
	}
	return nil
}

func (d *Document) validateSentences() error {
	next := 0
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if err := d.checkSpan("sentence", i, s.Span); err != nil {
			return err
		}
		if err := d.checkRange("sentence", i, s.First, s.Last); err != nil {
			return err
		}
		if s.First != next || s.Last == s.First {
			return fmt.Errorf("sentence %d: tokens [%d, %d) leave a gap after %d or are none", i, s.First, s.Last, next)
		}
		if s.Span != d.TokenSpan(s.First, s.Last) {
			return fmt.Errorf("sentence %d: span %v is not that of its tokens, %v", i, s.Span, d.TokenSpan(s.First, s.Last))
		}
		next = s.Last
	}
	if next != len(d.Tokens) {
		return fmt.Errorf("sentences end at token %d of %d", next, len(d.Tokens))
	}
	return nil
}

// validateIndices checks the indices and ranges that only some mentions have.
func (d *Document) validateIndices() error {
	tokens, entities, names := len(d.Tokens), len(d.Entities), len(d.Names)
	for i := range d.Names {
		if err := checkIndex("name", i, "entity", d.Names[i].Entity, 0, entities); err != nil {
			return err
		}
	}
	for i := range d.Entities {
		for _, m := range d.Entities[i].Mentions {
			if err := checkIndex("entity", i, "mention", m, 0, names); err != nil {
				return err
			}
			if d.Names[m].Entity != i {
				return fmt.Errorf("entity %d: its mention %d belongs to entity %d", i, m, d.Names[m].Entity)
			}
		}
	}
	for i := range d.Roles {
		r := &d.Roles[i]
		if err := checkIndex("role", i, "entity", r.Entity, 0, entities); err != nil {
			return err
		}
		if err := checkIndex("role", i, "name", r.Name, 0, names); err != nil {
			return err
		}
	}
	for i := range d.Quantities {
		q := &d.Quantities[i]
		if err := checkIndex("quantity", i, "noun", q.Noun, -1, tokens); err != nil {
			return err
		}
		if err := d.checkRange("noun of quantity", i, q.NounFirst, q.NounLast); err != nil {
			return err
		}
	}
	for i := range d.Quotations {
		if err := d.checkSpan("inner quotation", i, d.Quotations[i].Inner); err != nil {
			return err
		}
		if err := d.checkSpeaker("quotation", i, &d.Quotations[i].Speaker); err != nil {
			return err
		}
	}
	for i := range d.Attributions {
		if err := d.checkSpeaker("attribution", i, &d.Attributions[i].Speaker); err != nil {
			return err
		}
	}
	for i := range d.Clauses {
		c := &d.Clauses[i]
		if err := checkIndex("clause", i, "parent", c.Parent, -1, len(d.Clauses)); err != nil {
			return err
		}
		if err := checkIndex("clause", i, "verb", c.Verb, -1, tokens); err != nil {
			return err
		}
		for _, r := range append([]Range{{c.VerbFirst, c.VerbLast}, c.Subject, c.Object}, c.Obliques...) {
			if err := d.checkRange("part of clause", i, r.First, r.Last); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *Document) checkSpeaker(what string, i int, s *Speaker) error {
	if err := d.checkSpan("speaker of "+what, i, s.Span); err != nil {
		return err
	}
	if err := d.checkSpan("occasion of "+what, i, s.Occasion); err != nil {
		return err
	}
	if err := checkIndex("speaker of "+what, i, "entity", s.Entity, -1, len(d.Entities)); err != nil {
		return err
	}
	return checkIndex("speaker of "+what, i, "cue", s.Cue, -1, len(d.Tokens))
}

func (d *Document) checkSpan(what string, i int, s Span) error {
	text := d.Article.Text
	if s.Start < 0 || s.End > len(text) || s.Start > s.End {
		return fmt.Errorf("%s %d: span %v out of range of %d bytes", what, i, s, len(text))
	}
	for _, off := range [2]int{s.Start, s.End} {
		if off < len(text) && !utf8.RuneStart(text[off]) {
			return fmt.Errorf("%s %d: offset %d is inside a rune", what, i, off)
		}
	}
	return nil
}

func (d *Document) checkRange(what string, i, first, last int) error {
	if first < 0 || last > len(d.Tokens) || first > last {
		return fmt.Errorf("%s %d: tokens [%d, %d) out of range of %d", what, i, first, last, len(d.Tokens))
	}
	return nil
}

// checkIndex holds an index to [low, n).
func checkIndex(what string, i int, of string, index, low, n int) error {
	if index < low || index >= n {
		return fmt.Errorf("%s %d: %s %d of %d", what, i, of, index, n)
	}
	return nil
}
