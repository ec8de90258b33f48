/** The addresses of the public's pages. */
export const isPublic = (path: string): boolean => /^\/(report|track|conduct|published)(\/|$)/.test(path)
