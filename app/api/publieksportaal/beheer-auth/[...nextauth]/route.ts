import { handleAuth } from '#lib/publieksportaal/sign-in/beheerder/sign-in.ts'

export { handleAuth as GET, handleAuth as POST }
