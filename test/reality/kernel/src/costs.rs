//! What threads and wake-ups cost on this machine, as runtimes cause them.

use crate::processors::{compute, current_processor};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// Nanoseconds: of several rounds' medians the middle one.
pub struct Costs {
    /// Starting a thread, for the one who starts it, in a burst: the mean, since in a burst they add up.
    pub thread_start: u64,
    /// From there to the thread's first instruction.
    pub first_instruction: u64,
    /// Waking a thread that sleeps, for the one who wakes it.
    pub notify: u64,
    /// Whether a thread wakes on the processor of the one who wakes it, which goes on computing, although another
    /// processor is idle.
    pub idle_looks_taken: bool,
}

/// Takes about a second.
pub fn measure_costs() -> Costs {
    let (starts, firsts): (Vec<u64>, Vec<u64>) = (0..ROUNDS).map(|_| start_burst()).unzip();
    Costs {
        thread_start: median(starts),
        first_instruction: median(firsts),
        notify: notify(),
        idle_looks_taken: idle_looks_taken(),
    }
}

const ROUNDS: usize = 15;
/// As many as a burst of blocking jobs starts.
const BURST: usize = 100;
const WAKES: usize = 300;
const PLACEMENTS: usize = 25;

/// Of one burst: the mean pause between creations, and the median of how much later the threads ran.
fn start_burst() -> (u64, u64) {
    let gate = Arc::new((Mutex::new(false), Condvar::new()));
    let mut created = vec![Instant::now()];
    let mut threads = Vec::with_capacity(BURST);
    for _ in 0..BURST {
        let gate = Arc::clone(&gate);
        threads.push(thread::spawn(move || {
            let first = Instant::now();
            let (open, opened) = &*gate;
            drop(opened.wait_while(open.lock().unwrap(), |open| !*open).unwrap());
            first
        }));
        created.push(Instant::now());
    }
    *gate.0.lock().unwrap() = true;
    gate.1.notify_all();
    let firsts: Vec<_> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
    let pause = nanos(created[0], created[BURST]) / BURST as u64;
    let delays = created[1..].iter().zip(firsts).map(|(at, first)| nanos(*at, first)).collect();
    (pause, median(delays))
}

/// Notifies a thread that has been asleep on a condition variable, as tokio's workers are (1.24 park.rs).
fn notify() -> u64 {
    let cell = Arc::new((Mutex::new(0), Condvar::new()));
    let sleeper = {
        let cell = Arc::clone(&cell);
        thread::spawn(move || {
            let (count, changed) = &*cell;
            let mut seen = count.lock().unwrap();
            while *seen < WAKES {
                seen = changed.wait(seen).unwrap();
            }
        })
    };
    let costs: Vec<_> = (0..WAKES)
        .map(|_| {
            thread::sleep(Duration::from_millis(1));
            *cell.0.lock().unwrap() += 1;
            let start = Instant::now();
            cell.1.notify_one();
            nanos(start, Instant::now())
        })
        .collect();
    sleeper.join().unwrap();
    median(costs)
}

/// Wakes a thread now and then and computes on: does it mostly wake on this very processor?
fn idle_looks_taken() -> bool {
    let cell = Arc::new((Mutex::new(0), Condvar::new()));
    let sleeper = {
        let cell = Arc::clone(&cell);
        thread::spawn(move || {
            let (count, changed) = &*cell;
            let mut processors = Vec::new();
            let mut seen = count.lock().unwrap();
            while processors.len() < PLACEMENTS {
                let before = *seen;
                seen = changed.wait_while(seen, |count| *count == before).unwrap();
                processors.push(current_processor());
            }
            processors
        })
    };
    let wakers: Vec<_> = (0..PLACEMENTS)
        .map(|_| {
            thread::sleep(Duration::from_millis(10));
            *cell.0.lock().unwrap() += 1;
            let processor = current_processor();
            cell.1.notify_one();
            compute(Duration::from_millis(2));
            processor
        })
        .collect();
    let woken = sleeper.join().unwrap();
    let same = wakers.iter().zip(&woken).filter(|(waker, woken)| waker == woken).count();
    2 * same > PLACEMENTS
}

/// 0 where `to` is earlier.
fn nanos(from: Instant, to: Instant) -> u64 {
    to.saturating_duration_since(from).as_nanos() as u64
}

fn median(mut values: Vec<u64>) -> u64 {
    values.sort_unstable();
    values[values.len() / 2]
}
