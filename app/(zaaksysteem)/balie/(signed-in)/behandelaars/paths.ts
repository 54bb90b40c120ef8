export const BEHANDELAARS = '/balie/behandelaars'

export const sessiesPath = (id: string) => `${BEHANDELAARS}/${id}/sessies`
