export const API_CLIENTS = '/balie/api-clients'
export const NIEUWE_API_CLIENT = `${API_CLIENTS}/nieuw`

export const apiClientPath = (id: string) => `${API_CLIENTS}/${id}`
export const tokenPath = (id: string, tokenId: string) => `${apiClientPath(id)}/token/${tokenId}`
