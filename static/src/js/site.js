// On every page: what makes a plain page pleasanter. No page needs it.
