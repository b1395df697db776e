/** Starlight gives its components, overridden or not, under these names; only the search is taken so. */
declare module 'virtual:starlight/components/Search' {
  const Search: (props: Record<string, never>) => unknown;
  export default Search;
}
