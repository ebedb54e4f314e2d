package mention

// roles finds the roles the document gives its entities.
func (f *nameFinder) roles() {}
