ALTER TABLE "staff_groups" ADD COLUMN "movedTo" BIGINT;
