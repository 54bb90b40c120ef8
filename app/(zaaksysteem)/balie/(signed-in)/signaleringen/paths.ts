export const SIGNALERINGEN = '/balie/signaleringen'
