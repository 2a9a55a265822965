//! `tokio-reality SCENARIO RUNS`: runs a scenario on the real Tokio and rayon, each time in a fresh runtime, after one
//! run that is dropped; prints what it measured as JSON. `tokio-reality --costs` prints what threads cost here.

mod awaitable;
mod json;
mod random;
mod samples;
mod scenario;
mod task;

use random::{milliseconds, Random};
use scenario::{Arrival, Flavor, RuntimeOptions, Scenario, Step};
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, Instant};
use task::{Tools, World};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::mpsc::{unbounded_channel, UnboundedReceiver};
use tokio::sync::oneshot;
use tokio::task::LocalSet;

/// From the runtime's start to the scenario's time zero: until then its threads have started and gone to sleep.
const SETTLE: Duration = Duration::from_millis(30);

/// Timers fire by whole milliseconds since the runtime's start (time/source.rs), so that every lateness depends on where
/// in a millisecond the scenario begins. Runs in a row are spread evenly over it (the fractions of the golden ratio's
/// multiples), as the simulator's seeds are at random.
fn phase(run: u64) -> Duration {
    milliseconds((run as f64 * 0.618_033_988_749_895).fract())
}

fn main() {
    if let Err(message) = measure() {
        eprintln!("tokio-reality: {}", message);
        std::process::exit(2);
    }
}

fn measure() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().collect();
    if arguments[1..] == ["--costs"] {
        print_costs();
        return Ok(());
    }
    let (path, runs) = match arguments.as_slice() {
        [_, path, runs] => (path, runs.parse::<u64>().map_err(|_| "RUNS must be a number")?),
        _ => return Err("usage: tokio-reality SCENARIO RUNS".to_string()),
    };
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {}", path, error))?;
    let document = json::parse(&text).map_err(|error| format!("{}: {}", path, error))?;
    let scenario =
        Arc::new(scenario::read(&document).map_err(|error| format!("{}: {}", path, error))?);
    if let Some(cores) = scenario.runtime.cores {
        kernel::use_processors(cores)?;
    }
    kernel::raise_file_limit();
    if uses(&scenario, |step| {
        matches!(step, Step::Panic | Step::Parallel { panic_at: Some(_), .. })
    }) {
        // The scenario asks for panics: they are no news.
        std::panic::set_hook(Box::new(|_| {}));
    }
    let results = (0..=runs)
        .map(|number| run(&scenario, number))
        .collect::<Result<Vec<String>, String>>()?;
    println!("{{\"runs\":[\n{}\n]}}", results[1..].join(",\n"));
    Ok(())
}

fn print_costs() {
    let costs = kernel::measure_costs();
    println!(
        "{{\"threadStartNs\":{},\"threadFirstInstructionNs\":{},\"notifyNs\":{},\"idleLooksTaken\":{}}}",
        costs.thread_start, costs.first_instruction, costs.notify, costs.idle_looks_taken
    );
}

/// One run in a fresh runtime, as a line of JSON.
fn run(scenario: &Arc<Scenario>, number: u64) -> Result<String, String> {
    let seed = (scenario.seed + number) << 32;
    let runtime = build(&scenario.runtime).map_err(|error| format!("the runtime: {}", error))?;
    let replies = {
        let _inside = runtime.enter();
        uses(scenario, |step| matches!(step, Step::Io(_))).then(awaitable::Replies::prepare)
    };
    let tools = Tools {
        parallel_pool: parallel_pool(scenario)?,
        replies: replies.transpose().map_err(|error| format!("a timerfd: {}", error))?,
    };
    std::thread::sleep(SETTLE + phase(number));
    let arrivals = arrivals(scenario, seed);
    let (all_done, done) = oneshot::channel();
    let scenario = Arc::clone(scenario);
    let in_local_set = scenario.runtime.local_set;
    let body = async move {
        let world = Arc::new(World::new(scenario, tools, seed, all_done));
        if let Some(mut arriving) = deliver(&world, arrivals) {
            while let Some(future) = arriving.recv().await {
                drop(tokio::task::spawn_local(future));
            }
        }
        match world.record.until {
            // An error: the time is up.
            Some(until) => drop(tokio::time::timeout_at(until.into(), done).await),
            None => done.await.expect("the last task's word"),
        }
        world
    };
    let world = if in_local_set {
        LocalSet::new().block_on(&runtime, body)
    } else {
        runtime.block_on(body)
    };
    runtime.shutdown_timeout(Duration::from_secs(10));
    world.count_arrivals();
    let names: Vec<_> = world.scenario.tasks.iter().map(|task| task.name.as_str()).collect();
    Ok(world.record.to_json(&names))
}

fn build(options: &RuntimeOptions) -> std::io::Result<Runtime> {
    let mut builder = match options.flavor {
        Flavor::MultiThread => Builder::new_multi_thread(),
        Flavor::CurrentThread => Builder::new_current_thread(),
    };
    if options.flavor == Flavor::MultiThread {
        builder.worker_threads(options.worker_threads);
        if !options.lifo_slot {
            builder.disable_lifo_slot();
        }
    }
    if let Some(threads) = options.max_blocking_threads {
        builder.max_blocking_threads(threads);
    }
    if let Some(keep_alive) = options.thread_keep_alive {
        builder.thread_keep_alive(milliseconds(keep_alive));
    }
    if let Some(interval) = options.global_queue_interval {
        builder.global_queue_interval(interval);
    }
    if let Some(interval) = options.event_interval {
        builder.event_interval(interval);
    }
    builder.enable_all().build()
}

fn parallel_pool(scenario: &Scenario) -> Result<Option<rayon::ThreadPool>, String> {
    if !uses(scenario, |step| matches!(step, Step::Parallel { .. })) {
        return Ok(None);
    }
    let mut builder = rayon::ThreadPoolBuilder::new();
    if let Some(threads) = scenario.runtime.parallel_threads.or(scenario.runtime.cores) {
        builder = builder.num_threads(threads);
    }
    builder.build().map(Some).map_err(|error| error.to_string())
}

/// Whether any step, at any depth, is of that kind.
fn uses(scenario: &Scenario, kind: fn(&Step) -> bool) -> bool {
    scenario.tasks.iter().any(|task| any_step(&task.steps, kind))
}

fn any_step(steps: &[Step], kind: fn(&Step) -> bool) -> bool {
    steps.iter().any(|step| match step {
        Step::Interval { steps, .. }
        | Step::Repeat { steps, .. }
        | Step::BlockInPlace(steps) => any_step(steps, kind),
        Step::SpawnBlocking(steps) => any_step(steps, kind),
        step => kind(step),
    })
}

/// When tasks arrive, in order of time and then of the scenario; the second is the task's place in the scenario.
fn arrivals(scenario: &Scenario, seed: u64) -> Vec<(Duration, usize)> {
    let end = scenario.stop_after.unwrap_or(f64::INFINITY);
    let mut arrivals = Vec::new();
    for (index, task) in scenario.tasks.iter().enumerate() {
        let mut random = Random::new(seed + index as u64).split();
        let mut at = match task.arrival {
            Some(Arrival::At(at)) => at,
            Some(Arrival::Every { from, .. }) | Some(Arrival::Burst { from, .. }) => from,
            Some(Arrival::Poisson { per_second, from }) => {
                from + random.exponential(1e3 / per_second)
            }
            None => continue,
        };
        let unbounded = !matches!(task.arrival, Some(Arrival::At(_)));
        let most = task.count.unwrap_or(if unbounded { usize::MAX } else { 1 });
        for number in 1..=most {
            if at > end {
                break;
            }
            arrivals.push((milliseconds(at), index));
            at += match task.arrival {
                Some(Arrival::Every { every, .. }) => every,
                Some(Arrival::Burst { count, every, .. }) if number % count == 0 => every,
                Some(Arrival::Poisson { per_second, .. }) => random.exponential(1e3 / per_second),
                _ => 0.0,
            };
        }
    }
    arrivals.sort_by_key(|(at, _)| *at);
    arrivals
}

/// A task that arrives now, to be spawned at once.
type Arriving = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Spawns each task at its time, from outside the runtime's threads.
///
/// On the multi-thread runtime the body of `block_on` (so of `#[tokio::main]`) runs on a thread that is no worker, and
/// sleeps there between arrivals. On the current-thread runtime it runs on the only thread there is: it spawns what
/// arrives at time zero, and a thread beside it spawns what arrives later. That thread cannot spawn into a LocalSet: what
/// arrives comes over a channel, which is returned, and whose reader spawns it.
fn deliver(
    world: &Arc<World>,
    arrivals: Vec<(Duration, usize)>,
) -> Option<UnboundedReceiver<Arriving>> {
    let at_once = arrivals.iter().take_while(|(at, _)| *at == Duration::ZERO).count();
    let later = &arrivals[at_once..];
    for (_, task) in &arrivals[..at_once] {
        drop(task::spawn(world, *task));
    }
    if later.is_empty() {
        world.finish_one();
    } else if world.scenario.runtime.local_set {
        let (world, later) = (Arc::clone(world), later.to_vec());
        let (sender, receiver) = unbounded_channel();
        std::thread::spawn(move || {
            deliver_later(&world, &later, |future| drop(sender.send(future)));
        });
        return Some(receiver);
    } else if world.scenario.runtime.flavor == Flavor::MultiThread {
        deliver_later(world, later, |future| drop(tokio::spawn(future)));
    } else {
        let (world, later) = (Arc::clone(world), later.to_vec());
        let runtime = tokio::runtime::Handle::current();
        std::thread::spawn(move || {
            deliver_later(&world, &later, |future| drop(runtime.spawn(future)));
        });
    }
    None
}

fn deliver_later<F>(world: &Arc<World>, arrivals: &[(Duration, usize)], spawn: F)
where
    F: Fn(Arriving),
{
    for (at, task) in arrivals {
        let due = world.record.zero + *at;
        let wait = due.saturating_duration_since(Instant::now());
        if wait > Duration::ZERO {
            std::thread::sleep(wait);
        }
        spawn(Box::pin(world.arrive(*task)));
    }
    world.finish_one();
}
