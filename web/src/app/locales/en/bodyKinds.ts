export default {
  'county-government': 'County government',
  department: 'County department',
  township: 'Township government or sub-district office',
  team: 'Enforcement team',
  'internal-organ': 'Internal organ',
  affiliated: 'Affiliated body',
  dispatched: 'Dispatched (stationed) body',
  external: 'Body outside the county',
  other: 'Other body',
}
