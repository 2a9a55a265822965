//! A scenario, version 1, as the simulator reads it too. What is wrong with a document the simulator's validator says;
//! here a field or step that this program does not follow is an error, so that nothing is left out in silence.

use crate::json::Value;
use crate::random::Length;
use std::collections::BTreeMap;
use std::sync::Arc;

pub struct Scenario {
    pub seed: u64,
    pub stop_after: Option<f64>,
    pub runtime: RuntimeOptions,
    pub tasks: Vec<TaskOptions>,
}

#[derive(PartialEq, Clone, Copy)]
pub enum Flavor {
    MultiThread,
    CurrentThread,
}

pub struct RuntimeOptions {
    pub flavor: Flavor,
    pub worker_threads: usize,
    pub max_blocking_threads: Option<usize>,
    pub thread_keep_alive: Option<f64>,
    pub global_queue_interval: Option<u32>,
    pub event_interval: Option<u32>,
    pub lifo_slot: bool,
    pub cores: Option<usize>,
    pub parallel_threads: Option<usize>,
    pub local_set: bool,
}

pub struct TaskOptions {
    pub name: String,
    pub count: Option<usize>,
    /// None: starts only through a spawn step.
    pub arrival: Option<Arrival>,
    pub steps: Vec<Step>,
}

/// Times in milliseconds.
pub enum Arrival {
    At(f64),
    Every { every: f64, from: f64 },
    Poisson { per_second: f64, from: f64 },
    Burst { count: usize, every: f64, from: f64 },
}

#[derive(Clone, Copy)]
pub enum Missed {
    Burst,
    Delay,
    Skip,
}

pub enum Step {
    Cpu(Length),
    Block(Length),
    Sleep(Length),
    Interval { every: f64, count: usize, phase: f64, phase_step: f64, missed: Missed, steps: Vec<Step> },
    Io(Length),
    Yield,
    SelfWake,
    Ready { count: usize, cpu: Option<Length> },
    /// The task's place among the scenario's tasks.
    Spawn { task: usize, count: usize },
    Join,
    Panic,
    Abort,
    SpawnBlocking(Arc<[Step]>),
    BlockInPlace(Vec<Step>),
    Parallel { items: usize, cpu: Length, panic_at: Option<usize> },
    Repeat { count: usize, steps: Vec<Step> },
}

type Fields = BTreeMap<String, Value>;

pub fn read(document: &Value) -> Result<Scenario, String> {
    let fields = object(document, "the scenario")?;
    only(fields, &["version", "seed", "stopAfterMs", "runtime", "tasks"])?;
    let list = array(field(fields, "tasks")?, "tasks")?;
    let names = list
        .iter()
        .map(|task| string(field(object(task, "a task")?, "name")?, "name"))
        .collect::<Result<Vec<_>, _>>()?;
    let stop_after = optional(fields, "stopAfterMs", number)?;
    Ok(Scenario {
        seed: optional(fields, "seed", number)?.unwrap_or(1.0) as u64,
        stop_after,
        runtime: read_runtime(object(field(fields, "runtime")?, "runtime")?)?,
        tasks: list.iter().map(|task| read_task(task, &names)).collect::<Result<_, _>>()?,
    })
}

fn read_runtime(fields: &Fields) -> Result<RuntimeOptions, String> {
    only(
        fields,
        &[
            "flavor",
            "workerThreads",
            "maxBlockingThreads",
            "threadKeepAliveMs",
            "globalQueueInterval",
            "eventInterval",
            "lifoSlot",
            "cores",
            "tokio",
            "parallelThreads",
            "localSet",
        ],
    )?;
    let flavor = match string(field(fields, "flavor")?, "flavor")?.as_str() {
        "multi-thread" => Flavor::MultiThread,
        "current-thread" => Flavor::CurrentThread,
        other => return Err(format!("runtime.flavor: no Tokio runtime is called {:?}", other)),
    };
    match optional(fields, "tokio", string)?.as_deref() {
        None | Some("1.24") => {}
        Some(version) => {
            return Err(format!("runtime.tokio: this program has Tokio 1.24, not {}", version))
        }
    }
    Ok(RuntimeOptions {
        flavor,
        worker_threads: optional(fields, "workerThreads", count)?.unwrap_or(4),
        max_blocking_threads: optional(fields, "maxBlockingThreads", count)?,
        thread_keep_alive: optional(fields, "threadKeepAliveMs", number)?,
        global_queue_interval: optional(fields, "globalQueueInterval", count)?.map(|n| n as u32),
        event_interval: optional(fields, "eventInterval", count)?.map(|n| n as u32),
        lifo_slot: optional(fields, "lifoSlot", boolean)?.unwrap_or(true),
        cores: optional(fields, "cores", count)?,
        parallel_threads: optional(fields, "parallelThreads", count)?,
        local_set: optional(fields, "localSet", boolean)?.unwrap_or(false),
    })
}

fn read_task(task: &Value, names: &[String]) -> Result<TaskOptions, String> {
    let fields = object(task, "a task")?;
    only(fields, &["name", "count", "arrival", "spawnedOnly", "steps"])?;
    let arrival = if optional(fields, "spawnedOnly", boolean)?.unwrap_or(false) {
        None
    } else {
        Some(fields.get("arrival").map_or(Ok(Arrival::At(0.0)), read_arrival)?)
    };
    Ok(TaskOptions {
        name: string(field(fields, "name")?, "name")?,
        count: optional(fields, "count", count)?,
        arrival,
        steps: read_steps(field(fields, "steps")?, names)?,
    })
}

fn read_arrival(value: &Value) -> Result<Arrival, String> {
    let fields = object(value, "arrival")?;
    only(fields, &["atMs", "everyMs", "poissonPerSecond", "burst", "fromMs"])?;
    let from = optional(fields, "fromMs", number)?.unwrap_or(0.0);
    Ok(if let Some(at) = fields.get("atMs") {
        Arrival::At(number(at, "atMs")?)
    } else if let Some(burst) = fields.get("burst") {
        let burst = object(burst, "burst")?;
        only(burst, &["count", "everyMs"])?;
        Arrival::Burst {
            count: count(field(burst, "count")?, "count")?,
            every: number(field(burst, "everyMs")?, "everyMs")?,
            from,
        }
    } else if let Some(every) = fields.get("everyMs") {
        Arrival::Every { every: number(every, "everyMs")?, from }
    } else {
        let per_second = number(field(fields, "poissonPerSecond")?, "poissonPerSecond")?;
        Arrival::Poisson { per_second, from }
    })
}

fn read_steps(value: &Value, names: &[String]) -> Result<Vec<Step>, String> {
    array(value, "steps")?.iter().map(|step| read_step(step, names)).collect()
}

fn read_step(value: &Value, names: &[String]) -> Result<Step, String> {
    let fields = object(value, "a step")?;
    let kinds = [
        "ready", "cpu", "block", "sleep", "interval", "io", "yield", "selfWake", "spawn", "join",
        "panic", "abort", "spawnBlocking", "blockInPlace", "parallel", "repeat",
    ];
    let kind = kinds.iter().copied().find(|kind| fields.contains_key(*kind)).ok_or_else(|| {
        format!("no Tokio program has the step {{{}}}", fields.keys().cloned().collect::<Vec<_>>().join(", "))
    })?;
    let operand = &fields[kind];
    let more: &[&str] = match kind {
        "ready" => &["cpu"],
        "spawn" => &["count"],
        "interval" | "repeat" => &["steps"],
        _ => &[],
    };
    only(fields, &[&[kind, "at"], more].concat())?;
    let inner = || read_steps(field(fields, "steps")?, names);
    Ok(match kind {
        "cpu" => Step::Cpu(length(operand)?),
        "block" => Step::Block(length(operand)?),
        "sleep" => Step::Sleep(length(operand)?),
        "io" => Step::Io(length(operand)?),
        "yield" => Step::Yield,
        "selfWake" => Step::SelfWake,
        "join" => Step::Join,
        "panic" => Step::Panic,
        "abort" => Step::Abort,
        "ready" => Step::Ready {
            count: count(operand, "ready")?,
            cpu: fields.get("cpu").map(length).transpose()?,
        },
        "spawn" => {
            let name = string(operand, "spawn")?;
            let task = names.iter().position(|other| *other == name);
            Step::Spawn {
                task: task.ok_or_else(|| format!("spawn: no task is named {:?}", name))?,
                count: optional(fields, "count", count)?.unwrap_or(1),
            }
        }
        "spawnBlocking" => Step::SpawnBlocking(read_steps(operand, names)?.into()),
        "blockInPlace" => Step::BlockInPlace(read_steps(operand, names)?),
        "parallel" => {
            let parallel = object(operand, "parallel")?;
            only(parallel, &["items", "cpu", "panicAt"])?;
            Step::Parallel {
                items: count(field(parallel, "items")?, "items")?,
                cpu: length(field(parallel, "cpu")?)?,
                panic_at: optional(parallel, "panicAt", count)?,
            }
        }
        "interval" => read_interval(object(operand, "interval")?, inner()?)?,
        _ => Step::Repeat { count: count(operand, "repeat")?, steps: inner()? },
    })
}

fn read_interval(fields: &Fields, steps: Vec<Step>) -> Result<Step, String> {
    only(fields, &["everyMs", "count", "phaseMs", "phaseStepMs", "missed"])?;
    Ok(Step::Interval {
        every: number(field(fields, "everyMs")?, "everyMs")?,
        count: count(field(fields, "count")?, "count")?,
        phase: optional(fields, "phaseMs", number)?.unwrap_or(0.0),
        phase_step: optional(fields, "phaseStepMs", number)?.unwrap_or(0.0),
        missed: match optional(fields, "missed", string)?.as_deref() {
            None | Some("burst") => Missed::Burst,
            Some("delay") => Missed::Delay,
            Some("skip") => Missed::Skip,
            Some(other) => return Err(format!("missed: unknown {:?}", other)),
        },
        steps,
    })
}

fn length(value: &Value) -> Result<Length, String> {
    let fields = match value {
        Value::Number(value) => return Ok(Length::Constant(*value)),
        other => object(other, "a duration")?,
    };
    let parameter = |name: &str| number(field(fields, name)?, name);
    Ok(match string(field(fields, "dist")?, "dist")?.as_str() {
        "constant" => Length::Constant(parameter("value")?),
        "uniform" => Length::Uniform { min: parameter("min")?, max: parameter("max")? },
        "exponential" => Length::Exponential { mean: parameter("mean")? },
        "log-normal" => {
            Length::LogNormal { median: parameter("median")?, sigma: parameter("sigma")? }
        }
        "empirical" => Length::Empirical(
            array(field(fields, "samples")?, "samples")?
                .iter()
                .map(|sample| number(sample, "a sample"))
                .collect::<Result<_, _>>()?,
        ),
        other => return Err(format!("dist: unknown {:?}", other)),
    })
}

fn only(fields: &Fields, known: &[&str]) -> Result<(), String> {
    match fields.keys().find(|name| !known.contains(&name.as_str())) {
        Some(name) => Err(format!("{:?} is nothing that this program can run", name)),
        None => Ok(()),
    }
}

fn field<'a>(fields: &'a Fields, name: &str) -> Result<&'a Value, String> {
    fields.get(name).ok_or_else(|| format!("{:?} is missing", name))
}

fn optional<T>(
    fields: &Fields,
    name: &str,
    read: impl Fn(&Value, &str) -> Result<T, String>,
) -> Result<Option<T>, String> {
    fields.get(name).map(|value| read(value, name)).transpose()
}

fn object<'a>(value: &'a Value, what: &str) -> Result<&'a Fields, String> {
    match value {
        Value::Object(fields) => Ok(fields),
        _ => Err(format!("{}: must be an object", what)),
    }
}

fn array<'a>(value: &'a Value, what: &str) -> Result<&'a [Value], String> {
    match value {
        Value::Array(items) => Ok(items),
        _ => Err(format!("{}: must be an array", what)),
    }
}

fn string(value: &Value, what: &str) -> Result<String, String> {
    match value {
        Value::String(text) => Ok(text.clone()),
        _ => Err(format!("{}: must be a string", what)),
    }
}

fn boolean(value: &Value, what: &str) -> Result<bool, String> {
    match value {
        Value::Bool(value) => Ok(*value),
        _ => Err(format!("{}: must be true or false", what)),
    }
}

fn number(value: &Value, what: &str) -> Result<f64, String> {
    match value {
        Value::Number(value) if value.is_finite() && *value >= 0.0 => Ok(*value),
        _ => Err(format!("{}: must be a number from 0", what)),
    }
}

fn count(value: &Value, what: &str) -> Result<usize, String> {
    match number(value, what)? {
        whole if whole.fract() == 0.0 => Ok(whole as usize),
        _ => Err(format!("{}: must be a whole number", what)),
    }
}
