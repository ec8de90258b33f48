// what tells apart several duties of one kind
export default {
  overall: 'overall',
  regular: 'regular',
  permits: 'permits',
  area: 'area',
  township: 'township',
  district: 'district',
  'township-help': 'with townships',
  consultation: 'consultation',
  command: 'command',
  order: 'order',
  resistance: 'resistance',
  safety: 'safety',
  disposal: 'disposal',
}
