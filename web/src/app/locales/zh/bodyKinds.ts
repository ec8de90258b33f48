export default {
  'county-government': '县（区）人民政府',
  department: '县（区）级职能部门',
  township: '乡镇人民政府、街道办事处',
  team: '综合行政执法队',
  'internal-organ': '内设机构',
  affiliated: '直属机构',
  dispatched: '派出机构',
  external: '县（区）外单位',
  other: '其他单位',
}
