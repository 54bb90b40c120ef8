export const SLEUTELS = '/balie/sleutels'
export const DIRECT = `${SLEUTELS}/direct`
