export default { testing: '检验检测', appraisal: '鉴定', hearing: '听证', supplement: '补充材料' }
