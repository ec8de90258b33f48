export default { testing: 'Testing', appraisal: 'Appraisal', hearing: 'Hearing', supplement: 'Supplement' }
