-- AlterTable
ALTER TABLE "behandelaar" ADD COLUMN     "laatst_ingelogd_op" TIMESTAMPTZ(3);
