//! Follows the steps of a task, whatever they are.

use crate::awaitable::{Replies, SelfWake};
use crate::random::{milliseconds, Length, Random};
use crate::samples::Record;
use crate::scenario::{Missed, Scenario, Step};
use kernel::compute;
use rayon::prelude::*;
use std::future::Future;
use std::panic::{catch_unwind, resume_unwind};
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::sync::{oneshot, Semaphore};
use tokio::task::JoinHandle;
use tokio::time::MissedTickBehavior;

/// What is made before a run begins, where the scenario uses it.
pub struct Tools {
    pub parallel_pool: Option<rayon::ThreadPool>,
    pub replies: Option<Replies>,
}

/// What all tasks of one run share.
pub struct World {
    pub scenario: Arc<Scenario>,
    pub record: Record,
    pub tools: Tools,
    /// Tasks of each name that exist so far: the next one's index.
    next_index: Vec<AtomicUsize>,
    /// Tasks that have not completed, and one more as long as others may arrive.
    unfinished: AtomicUsize,
    all_done: Mutex<Option<oneshot::Sender<()>>>,
    seed: AtomicU64,
}

impl World {
    pub fn new(
        scenario: Arc<Scenario>,
        tools: Tools,
        seed: u64,
        all_done: oneshot::Sender<()>,
    ) -> Self {
        let tasks = scenario.tasks.len();
        let zero = Instant::now();
        World {
            record: Record::new(zero, scenario.stop_after.map(milliseconds), tasks),
            scenario,
            tools,
            next_index: (0..tasks).map(|_| AtomicUsize::new(0)).collect(),
            unfinished: AtomicUsize::new(1),
            all_done: Mutex::new(Some(all_done)),
            seed: AtomicU64::new(seed),
        }
    }

    /// A task of that name that arrives now: the future to spawn at once.
    pub fn arrive(self: &Arc<Self>, task: usize) -> impl Future<Output = ()> + Send + 'static {
        let world = Arc::clone(self);
        world.unfinished.fetch_add(1, Ordering::Relaxed);
        let index = world.next_index[task].fetch_add(1, Ordering::Relaxed);
        let seed = world.seed.fetch_add(1, Ordering::Relaxed);
        let arrival = Instant::now();
        let ended = Ended(Arc::clone(self));
        async move {
            let start = Instant::now();
            {
                let mut samples = world.record.tasks[task].lock().unwrap();
                if world.record.counts(start) {
                    samples.start_delay.push(start - arrival);
                }
            }
            let mut state = Task {
                world: &world,
                name: task,
                index,
                random: Random::new(seed).split(),
                lateness: Vec::new(),
                children: Vec::new(),
            };
            follow(&world.scenario.tasks[task].steps, &mut state).await;
            drop(state);
            world.record.completed(task, arrival);
            drop(ended);
        }
    }

    /// One task has completed, or the last has arrived.
    pub fn finish_one(&self) {
        if self.unfinished.fetch_sub(1, Ordering::AcqRel) == 1 {
            if let Some(all_done) = self.all_done.lock().unwrap().take() {
                // The receiver is gone when the run was stopped before.
                let _ = all_done.send(());
            }
        }
    }

    /// How many of each have arrived, from outside or through a spawn.
    pub fn count_arrivals(&self) {
        for (samples, next) in self.record.tasks.iter().zip(&self.next_index) {
            samples.lock().unwrap().arrived = next.load(Ordering::Relaxed);
        }
    }
}

/// Counts a task out when it is dropped: completed, panicked or aborted.
struct Ended(Arc<World>);

impl Drop for Ended {
    fn drop(&mut self) {
        self.0.finish_one();
    }
}

struct Task<'a> {
    world: &'a Arc<World>,
    /// Its place among the scenario's tasks, and its number among those of its name.
    name: usize,
    index: usize,
    random: Random,
    lateness: Vec<Duration>,
    children: Vec<JoinHandle<()>>,
}

impl Task<'_> {
    fn late(&mut self, due: Instant) {
        let now = Instant::now();
        if self.world.record.counts(now) {
            self.lateness.push(now.saturating_duration_since(due));
        }
    }
}

/// However it ends: a timer that was acted on late was late, also for a task that panics later or is aborted.
impl Drop for Task<'_> {
    fn drop(&mut self) {
        self.world.record.late(self.name, &mut self.lateness);
    }
}

type Steps<'a> = Pin<Box<dyn Future<Output = ()> + Send + 'a>>;

fn follow<'a>(steps: &'a [Step], task: &'a mut Task<'_>) -> Steps<'a> {
    Box::pin(async move {
        for step in steps {
            match step {
                Step::Cpu(length) => compute(length.draw(&mut task.random)),
                Step::Block(length) => std::thread::sleep(length.draw(&mut task.random)),
                Step::Sleep(length) => {
                    let length = length.draw(&mut task.random);
                    let due = Instant::now() + length;
                    tokio::time::sleep(length).await;
                    task.late(due);
                }
                Step::Interval { every, count, phase, phase_step, missed, steps } => {
                    let phase = phase + task.index as f64 * phase_step;
                    let first = task.world.record.zero + milliseconds(phase + every);
                    let mut interval =
                        tokio::time::interval_at(first.into(), milliseconds(*every));
                    interval.set_missed_tick_behavior(match missed {
                        Missed::Burst => MissedTickBehavior::Burst,
                        Missed::Delay => MissedTickBehavior::Delay,
                        Missed::Skip => MissedTickBehavior::Skip,
                    });
                    for _ in 0..*count {
                        let due = interval.tick().await;
                        task.late(due.into_std());
                        follow(steps, task).await;
                    }
                }
                Step::Io(length) => {
                    let length = length.draw(&mut task.random);
                    let replies = task.world.tools.replies.as_ref().expect("replies");
                    replies.after(length).await.expect("the I/O of a task");
                }
                Step::Yield => tokio::task::yield_now().await,
                Step::SelfWake => SelfWake::default().await,
                Step::Ready { count, cpu } => {
                    // A permit that is free costs one unit of the cooperative budget, as any await that succeeds.
                    let semaphore = Semaphore::new(1);
                    for _ in 0..*count {
                        drop(semaphore.acquire().await);
                        if let Some(length) = cpu {
                            compute(length.draw(&mut task.random));
                        }
                    }
                }
                Step::Spawn { task: child, count } => {
                    for _ in 0..*count {
                        task.children.push(spawn(task.world, *child));
                    }
                }
                Step::Join => {
                    for child in std::mem::take(&mut task.children) {
                        // An error says that it panicked or was aborted.
                        let _ = child.await;
                    }
                }
                Step::Panic => panic!("a step of the scenario"),
                Step::Abort => task.children.iter().for_each(JoinHandle::abort),
                Step::SpawnBlocking(steps) => {
                    let steps = Arc::clone(steps);
                    let mut random = task.random.split();
                    let closure = tokio::task::spawn_blocking(move || run(&steps, &mut random));
                    // An error says that it panicked.
                    let _ = closure.await;
                }
                Step::BlockInPlace(steps) => {
                    let random = &mut task.random;
                    tokio::task::block_in_place(|| run(steps, random));
                }
                Step::Parallel { items, cpu, panic_at } => {
                    let panic_at = *panic_at;
                    let (sender, receiver) = oneshot::channel();
                    let random = task.random.split();
                    let lengths = drawn(*items, cpu, random);
                    let pool = task.world.tools.parallel_pool.as_ref().expect("a data-parallel pool");
                    pool.spawn(move || {
                        // A panic in a spawned job would end the process: it is handed to the one who awaits.
                        let result = catch_unwind(|| {
                            lengths.into_par_iter().enumerate().for_each(|(item, length)| {
                                compute(length);
                                assert_ne!(Some(item), panic_at, "an item of the scenario");
                            });
                        });
                        let _ = sender.send(result);
                    });
                    if let Err(panic) = receiver.await.expect("the data-parallel work") {
                        resume_unwind(panic);
                    }
                }
                Step::Repeat { count, steps } => {
                    for _ in 0..*count {
                        follow(steps, task).await;
                    }
                }
            }
        }
    })
}

/// Spawns a task that arrives now, from the runtime's own thread; into the LocalSet where the scenario has one.
pub fn spawn(world: &Arc<World>, task: usize) -> JoinHandle<()> {
    let future = world.arrive(task);
    if world.scenario.runtime.local_set {
        tokio::task::spawn_local(future)
    } else {
        tokio::spawn(future)
    }
}

fn drawn(items: usize, cpu: &Length, mut random: Random) -> Vec<Duration> {
    (0..items).map(|_| cpu.draw(&mut random)).collect()
}

/// A closure that runs on a thread of its own, and so cannot await.
fn run(steps: &[Step], random: &mut Random) {
    for step in steps {
        match step {
            Step::Cpu(length) => compute(length.draw(random)),
            Step::Block(length) => std::thread::sleep(length.draw(random)),
            Step::Repeat { count, steps } => (0..*count).for_each(|_| run(steps, random)),
            Step::Panic => panic!("a step of the scenario"),
            _ => panic!("a closure can only compute, block, repeat and panic"),
        }
    }
}
