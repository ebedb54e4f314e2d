package align

// groups is a union-find over indices: the parent of each, a root being its own.
// The root of a group is its lowest index, so that what is joined first has no
// say.
type groups []int

// newGroups puts each of n indices into a group of its own.
func newGroups(n int) groups {
	g := make(groups, n)
	for i := range g {
		g[i] = i
	}
	return g
}

// find is the lowest index of i's group. Paths are halved on the way (Tarjan and
// van Leeuwen 1984).
func (g groups) find(i int) int {
	for g[i] != i {
		g[i] = g[g[i]]
		i = g[i]
	}
	return i
}

// join makes one group of those of a and b.
func (g groups) join(a, b int) {
	a, b = g.find(a), g.find(b)
	g[max(a, b)] = min(a, b)
}
