export const ABONNEMENTEN = '/balie/abonnementen'
export const BEZORGINGEN = '/balie/bezorgingen'
export const NIEUWE_ZAAK = '/balie/zaken/nieuw'

export const abonnementPath = (id: string) => `${ABONNEMENTEN}/${id}`
export const zaakPath = (id: string) => `/balie/zaken/${id}`
export const bezorgingPath = (id: string) => `${BEZORGINGEN}/${id}`
