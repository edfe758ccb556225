"""Training steps of PyTorch and JAX, as GpuRace times ours: clip-by-norm of 1.0 for each parameter, SGD at 0.1,
data on the device as bytes, a batch picked by an order, the loss read once at the end of a round."""
import sys
import time

WORKLOADS = [("W1", 128, [128, 64]), ("W2", 16, [128, 64]), ("W3", 256, [1024, 1024]), ("wide", 8192, [4096, 4096])]
EXAMPLES, STEPS, ROUNDS = 60_000, 2_000, 5


def report(what, workload, how, step, finish, batch):
    steps = max(10, STEPS * 128 // max(128, batch))
    best = float("inf")
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        for i in range(steps):
            step(i % (EXAMPLES // batch) * batch)
        finish()
        best = min(best, (time.perf_counter() - start) / steps * 1e6)
    print(f"{what},{workload},{how},{best:.1f}", flush=True)


def torch_peers():
    import torch
    import torch.nn.functional as F

    device = torch.device("cuda")
    features = torch.randint(0, 256, (EXAMPLES, 784), dtype=torch.uint8, device=device)
    targets = torch.randint(0, 10, (EXAMPLES,), device=device)
    order = torch.randperm(EXAMPLES, device=device)

    def network(hidden):
        torch.manual_seed(1)
        sizes = [784, *hidden, 10]
        return [p for a, b in zip(sizes, sizes[1:]) for p in (
            (torch.randn(a, b, device=device) * (2 / a) ** 0.5).requires_grad_(),
            torch.zeros(b, device=device).requires_grad_())]

    def loss_of(parameters, x, y):
        for i in range(0, len(parameters), 2):
            x = torch.addmm(parameters[i + 1], x, parameters[i])
            x = torch.relu(x) if i + 2 < len(parameters) else x
        return F.cross_entropy(x, y)

    def update(parameters, index):
        x, y = features[index].float() * (1 / 255.0), targets[index]
        loss = loss_of(parameters, x, y)
        gradients = torch.autograd.grad(loss, parameters)
        with torch.no_grad():
            norms = torch._foreach_norm(list(gradients))
            factors = [(1.0 / n.clamp(min=1.0)) * 0.1 for n in norms]
            torch._foreach_sub_(parameters, torch._foreach_mul(list(gradients), factors))
        return loss

    for precision in ("FP32", "TF32"):
        torch.backends.cuda.matmul.allow_tf32 = precision == "TF32"
        for name, batch, hidden in WORKLOADS:
            for how in ("eager", "compile", "graph"):
                parameters = network(hidden)
                index = torch.zeros(batch, dtype=torch.long, device=device)
                function = torch.compile(update) if how == "compile" else update
                if how == "graph":
                    stream = torch.cuda.Stream()
                    with torch.cuda.stream(stream):
                        for _ in range(3):
                            update(parameters, index)
                    torch.cuda.synchronize()
                    graph = torch.cuda.CUDAGraph()
                    with torch.cuda.graph(graph):
                        update(parameters, index)

                def step(position):
                    index.copy_(order[position:position + batch])
                    graph.replay() if how == "graph" else function(parameters, index)

                try:
                    report("torch " + how, name, precision, step, torch.cuda.synchronize, batch)
                except Exception as failure:
                    print(f"torch {how},{name},{precision},failed: {failure}", file=sys.stderr)


def jax_peers():
    import jax
    import jax.numpy as jnp

    features = jax.random.randint(jax.random.PRNGKey(0), (EXAMPLES, 784), 0, 256).astype(jnp.uint8)
    targets = jax.random.randint(jax.random.PRNGKey(1), (EXAMPLES,), 0, 10)
    order = jax.random.permutation(jax.random.PRNGKey(2), EXAMPLES)

    def loss_of(parameters, x, y):
        for i, (w, b) in enumerate(parameters):
            x = x @ w + b
            x = jax.nn.relu(x) if i + 1 < len(parameters) else x
        return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(x), y[:, None], axis=1))

    for precision, name_of in (("highest", "FP32"), ("tensorfloat32", "TF32")):
        jax.config.update("jax_default_matmul_precision", precision)
        for name, batch, hidden in WORKLOADS:
            sizes = [784, *hidden, 10]
            keys = jax.random.split(jax.random.PRNGKey(3), len(sizes))
            state = [[(jax.random.normal(k, (a, b)) * (2 / a) ** 0.5, jnp.zeros(b))
                      for k, a, b in zip(keys, sizes, sizes[1:])]]

            def update(parameters, position):
                index = jax.lax.dynamic_slice(order, (position,), (batch,))
                gradients = jax.grad(loss_of)(parameters, features[index] * (1 / 255.0), targets[index])
                return jax.tree.map(
                    lambda p, g: p - 0.1 * g / jnp.maximum(1.0, jnp.linalg.norm(g)), parameters, gradients)

            compiled = jax.jit(update, donate_argnums=0)

            def step(position):
                state[0] = compiled(state[0], position)

            report("jax jit", name, name_of, step, lambda: jax.block_until_ready(state[0]), batch)


for peers in (torch_peers, jax_peers):
    try:
        peers()
    except ImportError as missing:
        print(f"{peers.__name__}: {missing}", file=sys.stderr)
