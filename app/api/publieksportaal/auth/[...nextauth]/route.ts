import { handleAuth } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'

export { handleAuth as GET, handleAuth as POST }
