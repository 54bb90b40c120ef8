export const ZAAKTYPEN = '/balie/zaaktypen'
export const zaaktypePath = (identificatie: string) => `${ZAAKTYPEN}/${identificatie}`
