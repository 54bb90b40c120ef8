import { handleAuth } from '#lib/publieksportaal/session/auth.ts'

export { handleAuth as GET, handleAuth as POST }
