import { handleAuth } from '#lib/publieksportaal/sign-in/burger/auth.ts'

export { handleAuth as GET, handleAuth as POST }
