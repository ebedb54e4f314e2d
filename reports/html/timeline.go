package html

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/factdiff/factdiff/reports"
)

// timeline is the answers to a question over the time of publication.
type timeline struct {
	Width, Height int
	Points        []point
	Path          string // "x,y x,y ...": the answers in their order
	From, To      string // days at the ends of the axis
	AxisY         int
	Label         string // the same in words
}

type point struct {
	X, Y, LabelY int
	Position     int
	Source       string
	Value        string
	Label        string // at the first point of a position: its value and sources
	Anchor       string // "start", "middle" or "end": where the label stands

	at     time.Time
	amount *float64
}

// The drawing, in its own units.
const (
	timeWidth  = 360
	timeHeight = 134
	timeLeft   = 26
	timeTop    = 30
	timeBottom = 86
)

// maxPoints bounds the answers drawn: more would be a smear.
const maxPoints = 12

// timeline draws an update: each source's answer at its time, at the height of
// its amount or, where the answers are no numbers, of their order. It is nil if
// fewer than two times are known.
func (b *builder) timeline(f *reports.Finding) *timeline {
	points := b.points(f)
	if len(points) < 2 || len(points) > maxPoints || !points[0].at.Before(points[len(points)-1].at) {
		return nil
	}
	t := &timeline{Width: timeWidth, Height: timeHeight, AxisY: timeBottom + 26}
	first, last := points[0].at, points[len(points)-1].at
	low, high, numbers := amounts(points)
	var path, words []string
	for i := range points {
		p := &points[i]
		p.X = timeLeft + int(float64(timeWidth-2*timeLeft)*float64(p.at.Sub(first))/float64(last.Sub(first)))
		height := float64(p.Position-1) / float64(max(1, len(f.Positions)-1))
		if numbers {
			height = (*p.amount - low) / (high - low)
		}
		p.Y = timeBottom - int(height*float64(timeBottom-timeTop))
		// Low ones below, high ones above: the line runs between.
		p.LabelY = p.Y - 10
		if p.Y > (timeTop+timeBottom)/2 {
			p.LabelY = p.Y + 19
		}
		switch {
		case p.X < timeWidth/3:
			p.Anchor = "start"
		case p.X > 2*timeWidth/3:
			p.Anchor = "end"
		default:
			p.Anchor = "middle"
		}
		path = append(path, strconv.Itoa(p.X)+","+strconv.Itoa(p.Y))
		words = append(words, p.Source+" "+p.Value)
	}
	label(points)
	t.Points, t.Path = points, strings.Join(path, " ")
	t.From, t.To = axisLabels(first, last)
	t.Label = "Answers over time: " + strings.Join(words, ", then ")
	return t
}

// label names each position once, at its first point, with all its sources.
func label(points []point) {
	first := map[int]int{}
	sources := map[int][]string{}
	for i, p := range points {
		if _, ok := first[p.Position]; !ok {
			first[p.Position] = i
		}
		if !slices.Contains(sources[p.Position], p.Source) {
			sources[p.Position] = append(sources[p.Position], p.Source)
		}
	}
	for position, i := range first {
		points[i].Label = points[i].Value + " (" + strings.Join(sources[position], ", ") + ")"
	}
}

// points is each source's answer, by time of publication.
func (b *builder) points(f *reports.Finding) []point {
	var list []point
	for n := range f.Positions {
		for _, group := range reports.BySource(f.Positions[n].Evidence) {
			i := slices.IndexFunc(b.report.Sources, func(s reports.Source) bool { return s.ID == group[0].Source })
			if i < 0 || b.report.Sources[i].Published == nil {
				continue
			}
			list = append(list, point{
				Position: min(n+1, marks), Source: group[0].Source, Value: short(group[0].Text, 24),
				at: b.report.Sources[i].Published.UTC(), amount: f.Positions[n].Amount,
			})
		}
	}
	slices.SortStableFunc(list, func(x, y point) int { return x.at.Compare(y.at) })
	return list
}

// amounts is the range of the points' amounts; ok is false if one has none or
// all are equal.
func amounts(points []point) (low, high float64, ok bool) {
	for i, p := range points {
		if p.amount == nil {
			return 0, 0, false
		}
		if i == 0 || *p.amount < low {
			low = *p.amount
		}
		if i == 0 || *p.amount > high {
			high = *p.amount
		}
	}
	return low, high, low < high
}

// axisLabels names the ends of the axis: days, and clock times within one day.
func axisLabels(first, last time.Time) (from, to string) {
	form := "2 Jan 2006"
	if first.Format(form) == last.Format(form) {
		form = "2 Jan, 15:04"
	}
	return first.Format(form), last.Format(form)
}
