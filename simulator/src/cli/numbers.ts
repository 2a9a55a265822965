/** Numbers on the command line. */
import { InvalidArgumentError } from "commander";

/** A whole number from 0. @throws InvalidArgumentError, which commander prints with the option's name. */
export function wholeNumber(text: string): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
  if (!Number.isSafeInteger(value)) throw new InvalidArgumentError("It must be a whole number.");
  return value;
}

/** A number greater than 0. @throws InvalidArgumentError, which commander prints with the option's name. */
export function positiveNumber(text: string): number {
  const value = text.trim() === "" ? NaN : Number(text);
  if (!(value > 0) || !Number.isFinite(value)) {
    throw new InvalidArgumentError("It must be a number greater than 0.");
  }
  return value;
}
