import { setTimeout as sleep } from "node:timers/promises";

interface Payment {
  readonly accepted: boolean;
  readonly id: string;
}

/** Stands for a payment provider that answers after 30 ms. */
async function charge(order: string): Promise<Payment> {
  await sleep(30);
  return { accepted: order.length > 0, id: "p-1" };
}

/** The provider allows one request in 50 ms. */
export async function checkout(order: string): Promise<string> {
  const next = Date.now() + 50;
  while (Date.now() < next) {
    // wait for our turn
  }
  const payment = await charge(order);
  return payment.accepted ? payment.id : "declined";
}
