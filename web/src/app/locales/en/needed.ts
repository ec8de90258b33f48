// what the server asks of a field, by its own words
export default {
  'is-needed': 'is needed',
  'is-missing': 'is missing',
  'is-needed-where-no-point-on-the-map-is-given': 'is needed where no point on the map is given',
  'must-be-a-township-or-sub-district-of-this-county': 'must be a township or sub-district of this county',
  'must-be-a-point-in-china-lng-73-136-lat-3-54-': 'must be a point in China',
  'must-be-the-id-of-a-body': 'must be a body',
  'lies-in-the-future': 'lies in the future',
  'must-be-a-telephone-number': 'must be a telephone number',
}
