import { handleAuth } from '#lib/publieksportaal/beheer/auth.ts'

export { handleAuth as GET, handleAuth as POST }
