/** A category as people call it: counties that number theirs say the number, the others' keys mean nothing to people. */
export const categoryName = (code: string, name: string): string => (/^\d+$/.test(code) ? `${code} ${name}` : name)
