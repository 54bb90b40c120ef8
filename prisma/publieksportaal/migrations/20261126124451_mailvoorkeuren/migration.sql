-- AlterTable
ALTER TABLE "emailadres" ADD COLUMN     "termijnen" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "voortgang" BOOLEAN NOT NULL DEFAULT true;
