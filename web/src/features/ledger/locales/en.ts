export default {
  title: 'Record', lead: 'Every act is written into a chain that nobody can quietly change', words: 'Verification computes every digest again from the first entry, and names the first broken link if there is one.', verify: 'Verify now', export: 'Export the record', whole: 'The record is whole: nothing was changed', broken: 'The record is broken', entries: 'Entries', algorithm: 'Digest', head: 'Last digest', at: 'Verified at', brokenLink: 'First broken link',
  offline: 'Verify offline', offlineWords: 'The exported file can be verified on any computer with Java 25, without a network or a database, by the command below. Keep the last digest: it proves later that the record was not replaced as a whole.',
}
