// what the server asks of a field, by its own words
export default {
  'is-needed': '须填写',
  'is-missing': '没有填写',
  'is-needed-where-no-point-on-the-map-is-given': '没有在图上标出地点的，须写明',
  'must-be-a-township-or-sub-district-of-this-county': '须是本县（区）的乡镇（街道）',
  'must-be-a-point-in-china-lng-73-136-lat-3-54-': '须是有效的坐标',
  'must-be-the-id-of-a-body': '须选一个机构',
  'lies-in-the-future': '不能晚于现在',
  'must-be-a-telephone-number': '须是电话号码',
}
