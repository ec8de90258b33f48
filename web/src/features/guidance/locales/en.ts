export default {
  title: 'Compliance lists and typical cases', lead: 'Lists by trade and cases drawn from closed matters; once published everybody reads them', draft: 'Draft', kind: 'Kind', trade: 'Trade', name: 'Title', content: 'Content', basis: 'Legal basis', matter: 'Drawn from matter (closed), id', body: 'Body', publishedAt: 'Published', none: 'The rules of this county name none',
  stages: { draft: 'Draft', published: 'Published', withdrawn: 'Taken back' },
  provisions: 'Basis of items', provisionsLead: 'Departments provide the legal basis and the standard of each empowered item', lacking: 'Lacking only', lacks: 'Lacks', given: 'Provided', to: 'given to {n} bodies', item: 'Item', lackCount: '{n} incomplete',
  acts: { publish: 'Everybody reads it at once.', withdraw: 'Nobody outside sees it any more; say why.', provide: 'Whoever holds the item has it at once.' },
}
