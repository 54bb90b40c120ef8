export const AANSLUITEN = '/aansluiten'

export const proefdeurPath = (code: string) => `${AANSLUITEN}/${code}`
