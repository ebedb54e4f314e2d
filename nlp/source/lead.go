package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/nlp/source/internal/draft"
)

// Bounds on the lines above a report that tell who wrote it, where and when.
const (
	maxLeadLines = 8  // that are looked at
	maxLeadWords = 14 // in a line that is no paragraph
	maxDateline  = 90 // bytes up to the end of a dateline
)

// agencies are the news agencies by the names that datelines and bylines give
// them.
var agencies = map[string]string{
	"AP": "AP", "Associated Press": "AP", "The Associated Press": "AP", "Reuters": "Reuters", "REUTERS": "Reuters", "AFP": "AFP", "Agence France-Presse": "AFP",
	"dpa": "dpa", "DPA": "dpa", "PA": "PA", "PA Media": "PA", "Press Association": "PA", "UPI": "UPI", "Xinhua": "Xinhua", "ANI": "ANI", "PTI": "PTI", "IANS": "IANS",
	"TASS": "TASS", "Kyodo": "Kyodo", "Kyodo News": "Kyodo", "Yonhap": "Yonhap", "Bloomberg": "Bloomberg", "AAP": "AAP", "Canadian Press": "Canadian Press",
	"The Canadian Press": "Canadian Press", "CP": "Canadian Press", "EFE": "EFE", "ANSA": "ANSA", "Interfax": "Interfax", "RTRS": "Reuters", "AA": "Anadolu", "CNS": "CNS",
}

// readLead reads byline, time, dateline and agency from the first lines of the
// body, as far as the file itself has not told them.
func readLead(r *draft.Report) {
	seen := 0
	for line := range strings.Lines(string(r.Body.Text)) {
		if line = fold([]byte(line)); line == "" {
			continue
		}
		if seen++; seen > maxLeadLines {
			return
		}
		if place, agency, ok := dateline(line); ok {
			r.Dateline = place
			setAgency(r, agency)
			return
		}
		if len(strings.Fields(line)) > maxLeadWords {
			return
		}
		if agency := agencies[strings.Trim(line, "()")]; agency != "" {
			setAgency(r, agency)
		} else if names, ok := byline(line); ok {
			names, agency = cutAgency(names)
			setAgency(r, agency)
			if r.Author == "" {
				r.Author = names
			}
		} else if t, ok := draft.ParseShownTime(line); ok && r.Published.IsZero() {
			r.Published = t
		}
	}
}

// cutAgency takes an agency from the end of a byline: the longest name that
// fits, so that "The Associated Press" leaves no article behind.
func cutAgency(names string) (rest, agency string) {
	longest := ""
	for full := range agencies {
		if len(full) > 3 && len(full) > len(longest) && strings.HasSuffix(names, " "+full) {
			longest = full
		}
	}
	if longest == "" {
		return names, ""
	}
	return strings.TrimRight(strings.TrimSuffix(names, longest), " ,|/"), agencies[longest]
}

func setAgency(r *draft.Report, agency string) {
	if r.Agency == "" {
		r.Agency = agency
	}
}

// byline reads "By Ida Holm and Ole Bask": names only, in capitals.
func byline(line string) (string, bool) {
	first, rest, ok := strings.Cut(line, " ")
	if !ok || !strings.EqualFold(first, "by") || strings.ContainsAny(rest, "0123456789.!?") && !strings.Contains(rest, ". ") {
		return "", false
	}
	for w := range strings.FieldsFuncSeq(rest, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '|' }) {
		switch w {
		case "and", "in", "for", "of", "the", "at", "de", "van", "von", "al", "&", "-", "–", "—":
			continue
		}
		if c, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(c) {
			return "", false
		}
	}
	names := draft.Byline(line)
	return names, names != ""
}

// dateline reads "BERLIN (AP) — ", "KELM, March 5 (Reuters) - " and "LIMA — " at
// the start of a paragraph: the place is in capitals.
func dateline(line string) (place, agency string, ok bool) {
	head := line[:min(len(line), maxDateline)]
	end, size := -1, 0
	for _, dash := range []string{" — ", " – ", " -- ", " - ", " —", "— "} {
		if i := strings.Index(head, dash); i >= 0 && (end < 0 || i < end) {
			end, size = i, len(dash)
		}
	}
	if end <= 0 || len(strings.TrimSpace(line[end+size:])) == 0 {
		return "", "", false
	}
	head = strings.TrimSpace(head[:end])
	if open := strings.LastIndexByte(head, '('); open >= 0 && strings.HasSuffix(head, ")") {
		if agency = agencies[head[open+1:len(head)-1]]; agency == "" {
			return "", "", false
		}
		head = strings.TrimRight(head[:open], " ,")
	}
	place, _, _ = strings.Cut(head, ",")
	words := strings.Fields(place)
	if len(words) == 0 || len(words) > 4 || len(strings.Fields(head)) > 8 {
		return "", "", false
	}
	for _, r := range place {
		if unicode.IsLower(r) || unicode.IsDigit(r) {
			return "", "", false
		}
	}
	return place, agency, strings.ContainsFunc(place, unicode.IsUpper) && len(place) > 2
}
